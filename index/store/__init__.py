"""What is kept on disk: articles.db, what the sources said and what follows from it; reading.db, what the user did."""
