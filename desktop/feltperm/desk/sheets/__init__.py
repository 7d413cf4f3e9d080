"""What is printed: chosen, put together from the content, checked and written."""
