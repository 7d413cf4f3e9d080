"""What the user keeps: favourites and sites, with migrations and backups."""
