"""One content, many files: PDF, DOCX, XLSX, CSV, JSON and Markdown."""
