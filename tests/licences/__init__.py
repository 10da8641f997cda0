"""The licences of everything that is bundled: found, written down, and held complete."""
