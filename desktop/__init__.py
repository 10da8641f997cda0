"""The process: start-up, command line, paths, threads and wiring."""
