"""Pages: what is shown, as blocks of styled text, before anybody knows on what."""
