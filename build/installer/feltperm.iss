; Inno Setup: the folder out\dist\feltperm as an installer for one user, without admin rights.
;
; UNRUN: written from Inno Setup's documentation and never compiled, since no Windows machine was
; at hand. docs/bundle.md says what to look at the first time. Compile it with
;   iscc /DVersion=0.1.0 build\installer\feltperm.iss

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 build\installer\feltperm.iss
#endif

[Setup]
AppId={{6E1F2B0C-5D0A-4C9E-9B61-0E6A9E3F7A52}
AppName=Feltperm
AppVersion={#Version}
AppPublisher=Feltperm
DefaultDirName={localappdata}\Programs\Feltperm
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\..
OutputDir=out\dist
OutputBaseFilename=feltperm-{#Version}-setup
SetupIconFile=out\icons\feltperm.ico
UninstallDisplayIcon={app}\feltperm.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; A running program is asked to close; it keeps everything at once, so nothing is lost.
CloseApplications=yes

[Languages]
Name: "nb"; MessagesFile: "compiler:Languages\Norwegian.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; Libraries of an older version must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "out\dist\feltperm\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\Feltperm"; Filename: "{app}\feltperm.exe"
Name: "{userdesktop}\Feltperm"; Filename: "{app}\feltperm.exe"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"

[Run]
Filename: "{app}\feltperm.exe"; Description: "{cm:LaunchProgram,Feltperm}"; Flags: postinstall nowait skipifsilent

; The binder and the content lie in the user's own folder and are never touched here: an
; uninstalled and installed program finds everything again.
