"""What the guide says: tables, their translations, the editors' desk, and publishing."""
