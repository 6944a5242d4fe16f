"""The parts of the façade: what a library can be asked, one kind of question a file; `index.library` joins them."""
