"""«Min perm»: what the user keeps."""
