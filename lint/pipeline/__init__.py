"""From paths to reviews: finds documents, reads them, runs the checks, keeps going when one fails."""
