"""The database: entries with their history, people, tips, feedback, questions and updates.

The only package that imports SQLAlchemy. SQLite by default, PostgreSQL by its URL.
"""
