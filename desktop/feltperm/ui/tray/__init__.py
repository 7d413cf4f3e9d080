"""The tray: the bar at the foot of the window, and the page on which sheets are made of it."""
