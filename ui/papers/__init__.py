"""Papers on their way out of any screen: the press, its pages, the printer, the files."""
