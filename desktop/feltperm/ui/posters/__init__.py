"""«Plakater»: the studio, the preview, and the ways to paper."""
