; The installer for Windows: for one user, without an administrator's rights. "package" beside this compiles it.
;
; Defines: VERSION as shown, NUMBERS as a.b.c.d, IMAGE the folder to install, OUTPUT the installer, SIGN a command line that signs
; the file it is given, or nothing.

Unicode true
SetCompressor /SOLID lzma
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Wherry"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define SHORTCUT "$SMPROGRAMS\Wherry.lnk"

Name "Wherry"
BrandingText "Wherry ${VERSION}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Wherry"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Wherry"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Wherry's installer"
VIAddVersionKey "CompanyName" "The Wherry developers"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!ifdef SIGN
    !uninstfinalize '${SIGN} "%1"' = 0
    !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "wherry.ico"
!define MUI_UNICON "wherry.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\wherry-desktop.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(Start)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DataStays)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString Start ${LANG_ENGLISH} "Start Wherry"
LangString Start ${LANG_GERMAN} "Wherry starten"
LangString DataStays ${LANG_ENGLISH} "This takes the program away. Your machines, containers and settings stay. To be rid of them too, run $\"wherry delete --all$\" first: $INSTDIR\wherry.exe delete --all"
LangString DataStays ${LANG_GERMAN} "Dies entfernt das Programm. Ihre Maschinen, Container und Einstellungen bleiben. Um auch sie loszuwerden, rufen Sie vorher $\"wherry delete --all$\" auf: $INSTDIR\wherry.exe delete --all"
LangString Stops ${LANG_ENGLISH} "Wherry is running. It will be quit and its machine stopped; containers and images are kept."
LangString Stops ${LANG_GERMAN} "Wherry läuft. Es wird beendet und seine Maschine angehalten; Container und Images bleiben erhalten."
LangString StillRuns ${LANG_ENGLISH} "Wherry is still running, and nothing was changed. Quit it by its menu in the tray, stop its machines by $\"wherry down$\", and try again."
LangString StillRuns ${LANG_GERMAN} "Wherry läuft noch, und nichts wurde geändert. Beenden Sie es über sein Menü im Infobereich, halten Sie seine Maschinen mit $\"wherry down$\" an, und versuchen Sie es erneut."
LangString NotOurs ${LANG_ENGLISH} "This folder holds something else. Choose an empty one, or the one that Wherry is in."
LangString NotOurs ${LANG_GERMAN} "In diesem Ordner ist etwas anderes. Wählen Sie einen leeren, oder den, in dem Wherry ist."

; Installer and uninstaller each need functions of their own.
!macro Functions un

; Puts on the stack whether a program of the folder runs: one that does cannot be opened for writing.
Function ${un}Runs
    StrCpy $1 0
    !insertmacro Try "$INSTDIR\wherry-desktop.exe"
    !insertmacro Try "$INSTDIR\wherry.exe"
    !insertmacro Try "$INSTDIR\runtime\bin\java.exe"
    !insertmacro Try "$INSTDIR\app\qemu\bin\qemu-system-x86_64.exe"
    Push $1
FunctionEnd

; Quits the app, and stops the machine, which runs by the QEMU in the folder. The agent leaves by itself then.
Function ${un}Stop
    Call ${un}Runs
    Pop $0
    ${If} $0 = 0
        Return
    ${EndIf}
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(Stops)" /SD IDOK IDOK stop
    SetErrorLevel 1
    Quit
stop:
    ExecWait '"$INSTDIR\wherry-desktop.exe" --quit'
    nsExec::Exec '"$INSTDIR\wherry.exe" down'
    Pop $0
    ${For} $2 1 60
        Call ${un}Runs
        Pop $0
        ${If} $0 = 0
            Return
        ${EndIf}
        Sleep 500
    ${Next}
    MessageBox MB_OK|MB_ICONSTOP "$(StillRuns)" /SD IDOK
    SetErrorLevel 2
    Quit
FunctionEnd

; Only what this installer puts there, so that a folder which holds more keeps it.
Function ${un}RemoveProgram
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\runtime"
    Delete "$INSTDIR\wherry.exe"
    Delete "$INSTDIR\wherry-desktop.exe"
    Delete "$INSTDIR\Uninstall.exe"
FunctionEnd

!macroend

; Sets $1 to 1 if FILE is there and cannot be opened for writing.
!macro Try FILE
    ${If} ${FileExists} "${FILE}"
        ClearErrors
        FileOpen $0 "${FILE}" a
        ${If} ${Errors}
            StrCpy $1 1
        ${Else}
            FileClose $0
        ${EndIf}
    ${EndIf}
!macroend

!insertmacro Functions ""
!insertmacro Functions "un."

Section
    ; An "app" or "runtime" of another program must not be taken for ours.
    ${IfNot} ${FileExists} "$INSTDIR\wherry.exe"
        ${DirState} "$INSTDIR" $0
        ${If} $0 = 1
            MessageBox MB_OK|MB_ICONSTOP "$(NotOurs)" /SD IDOK
            SetErrorLevel 2
            Quit
        ${EndIf}
    ${EndIf}
    Call Stop
    Call RemoveProgram
    SetOutPath "$INSTDIR"
    File /r "${IMAGE}\*"
    WriteUninstaller "$INSTDIR\Uninstall.exe"
    CreateShortCut "${SHORTCUT}" "$INSTDIR\wherry-desktop.exe"

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Wherry"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\wherry-desktop.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Wherry developers"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
    Call un.Stop
    Call un.RemoveProgram
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    Delete "${SHORTCUT}"
    ; Starting at login is the program's, not the user's data: it would fail at every login.
    DeleteRegValue HKCU "${RUN}" "Wherry"
    DeleteRegValue HKCU "${APPROVED}" "Wherry"
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
