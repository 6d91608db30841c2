"""What goes into a package beside the pages: tables, the chart, provenance, an archive's card."""
