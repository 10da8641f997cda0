; Inno Setup 6: an installer of dist\motcua for one user. See docs/packaging.md; not run on Windows yet.
#define Version "0.1.0"

[Setup]
AppId={{6C2F4E0B-5B0E-4C1B-9C55-6B7E5C1E7A11}
AppName=motcua
AppVersion={#Version}
DefaultDirName={autopf}\motcua
DefaultGroupName=motcua
PrivilegesRequired=lowest
OutputDir=..\..\dist
OutputBaseFilename=motcua-{#Version}-setup
Compression=lzma2
SolidCompression=yes
VersionInfoVersion={#Version}
UninstallDisplayName=motcua {#Version}
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
CloseApplications=yes
DisableProgramGroupPage=yes

[Files]
Source: "..\..\dist\motcua\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\motcua"; Filename: "{app}\motcua.exe"
Name: "{userdesktop}\motcua"; Filename: "{app}\motcua.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "Shortcut on the desktop"

; What people recorded is in their own data folder and stays when the program is removed.
