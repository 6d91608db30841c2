"""The frozen values a dossier may print, one theme a module; a value that may not exist refuses."""
