"""Every sentence the program says below the screens, in Vietnamese and English."""
