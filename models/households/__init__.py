"""The register of households and their digital addresses: listed, checked, merged."""
