"""From stored records to the plain values of a dossier: the only rooms here that read the model."""
