; tungbuoc-setup.exe: what an office installs on Windows. Made by build/tools/setup.sh,
; which gives VERSION, PROGRAM, SIZE, OUT and, where it is to be signed, SIGN.
;
; Per user without an administrator, or for the whole computer; in place over what is
; there, never over something newer; the data folder is not touched. What is said to
; staff stands in words.nsh, what both halves do in common.nsh, what takes the program
; away again in remove.nsh. Flags and exit codes: docs/cai-dat.md.
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
SetDateSave off ; the same bytes on every day
CRCCheck on
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include WinMessages.nsh

!define ID "TungBuoc"
!define NAME "Từng Bước"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define WEBVIEW "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW_SETUP "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

; Exit codes, as docs/cai-dat.md has them.
!define BUSY 10
!define OLDER 11
!define NO_ADMIN 12
!define BAD_FLAG 13
!define NOT_WRITTEN 14
!define OLD_WINDOWS 15
!define LOCKED 16

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro about language
  VIAddVersionKey /LANG=${language} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${NAME}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${NAME}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "Apache License 2.0"
!macroend

Var Mode      ; user or machine
Var Asked     ; the mode was said by a flag
Var Autostart ; 1, 0 or nothing: as it was
Var Icon      ; 1, 0 or nothing: as it was
Var Before    ; the version that is there, or nothing
Var Where     ; the folder it is in
Var Code      ; the set-up code, or nothing
Var Done      ; what the last page says
Var DeleteData
Var Box1
Var Box2
Var Box3
Var Box4

!define MUI_ICON "..\icon.ico"
!define MUI_UNICON "..\icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING

Page custom chooseShow chooseLeave
!define MUI_PAGE_CUSTOMFUNCTION_PRE skipFolderIfThere
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(doneTitle)"
!define MUI_FINISHPAGE_TITLE_3LINES
!define MUI_FINISHPAGE_TEXT "$Done"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(openNow)"
!define MUI_FINISHPAGE_RUN_FUNCTION openProgram
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(printCode)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION printCode
!define MUI_PAGE_CUSTOMFUNCTION_SHOW finishShow
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.askShow un.askLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro about 1066
!insertmacro about 1033

!include words.nsh
!include common.nsh
!include remove.nsh

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

Function .onInit
  StrCpy $LANGUAGE 1066 ; Vietnamese whatever Windows speaks: an office's Windows is often English
  ${GetParameters} $R9
  ${GetOptions} $R9 "/Lang=" $0
  ${IfThen} $0 == "en" ${|} StrCpy $LANGUAGE 1033 ${|}
  StrCpy $Where $INSTDIR ; of /D=, or nothing
  System::Call 'kernel32::GetCommandLine()w.r1' ; NSIS takes /D= out of its own copy
  ClearErrors
  ${WordFind} "$1" " /D=" "E+1{" $2
  ${IfNot} ${Errors}
  ${AndIf} $Where == "" ; a folder that cannot be: NSIS forgets it in silence
    StrCpy $R9 "/D="
  ${EndIf}
FunctionEnd

; begin reads the flags and what is there. Not in .onInit: the language holds only after it.
Function begin
  !insertmacro checkFlags "/S /NCRC /AllUsers /CurrentUser /Autostart=0 /Autostart=1 /Desktop=0 /Desktop=1 /Lang=vi /Lang=en"
  ${IfNot} ${AtLeastWin10}
    !insertmacro fail ${OLD_WINDOWS} "$(oldWindows)"
  ${EndIf}
  ${GetOptions} $R9 "/Autostart=" $Autostart
  ${GetOptions} $R9 "/Desktop=" $Icon

  ReadRegStr $0 HKLM "${ENTRY}" "InstallLocation"
  StrCpy $Mode "user"
  ${IfThen} $0 != "" ${|} StrCpy $Mode "machine" ${|}
  ReadRegStr $0 HKCU "${ENTRY}" "InstallLocation"
  ${IfThen} $0 != "" ${|} StrCpy $Mode "user" ${|}
  ClearErrors
  ${GetOptions} $R9 "/CurrentUser" $0
  ${IfNot} ${Errors}
    StrCpy $Mode "user"
    StrCpy $Asked 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R9 "/AllUsers" $0
  ${IfNot} ${Errors}
    ${If} $Asked == 1
      StrCpy $R8 "/AllUsers /CurrentUser"
      !insertmacro fail ${BAD_FLAG} "$(badFlag)"
    ${EndIf}
    StrCpy $Mode "machine"
    StrCpy $Asked 1
  ${EndIf}
  Call settle
FunctionEnd

; settle finds where things go and what is there, for the mode that is chosen now.
Function settle
  SetShellVarContext current
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${ID}"
  ${If} $Mode == "machine"
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
  ${EndIf}
  ReadRegStr $Before SHCTX "${ENTRY}" "DisplayVersion"
  ReadRegStr $0 SHCTX "${ENTRY}" "InstallLocation"
  ${If} $Before != ""
  ${AndIf} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $Where != ""
    StrCpy $INSTDIR $Where
  ${EndIf}
FunctionEnd

; checkPlan says no to what must not be done.
Function checkPlan
  ${If} $Before != ""
    ${VersionCompare} "$Before" "${VERSION}" $0
    ${If} $0 == 1
      !insertmacro fail ${OLDER} "$(older)"
    ${EndIf}
    ${If} $Where != ""
    ${AndIf} $Where != $INSTDIR
      StrCpy $R8 "/D=$Where"
      !insertmacro fail ${BAD_FLAG} "$(elsewhere)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; The first page: for whom, and what else.
Function chooseShow
  ${If} $Mode == "" ; and not when somebody comes back to this page
    Call begin
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(chooseTitle)" "$(chooseMore)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(forMe)"
  Pop $Box1
  ${NSD_CreateRadioButton} 0 16u 100% 12u "$(forAll)"
  Pop $Box2
  ${NSD_CreateLabel} 12u 30u 95% 20u "$(forAllMore)"
  Pop $0
  ${NSD_CreateCheckBox} 0 62u 100% 12u "$(atLogon)"
  Pop $Box3
  ${NSD_CreateCheckBox} 0 78u 100% 12u "$(onDesktop)"
  Pop $Box4
  ${If} $Before != ""
    ${NSD_CreateLabel} 0 104u 100% 24u "$(thereIs)"
    Pop $0
  ${EndIf}
  ${If} $Mode == "machine"
    ${NSD_Check} $Box2
  ${Else}
    ${NSD_Check} $Box1
  ${EndIf}
  ${If} $Asked == 1 ; also after the question for an administrator
    EnableWindow $Box1 0
    EnableWindow $Box2 0
  ${EndIf}
  Call isAutostart
  ${If} $Autostart == 1
  ${OrIf} $0 == 1
    ${NSD_Check} $Box3
  ${EndIf}
  ${If} $Icon == 1
  ${OrIf} $Before == ""
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    ${NSD_Check} $Box4
  ${EndIf}
  nsDialogs::Show
FunctionEnd

; isAutostart: $0 is 1 when the program opens by itself.
Function isAutostart
  ReadRegStr $0 SHCTX "${RUN}" "${ID}"
  ${If} $0 == ""
    StrCpy $0 0
  ${Else}
    StrCpy $0 1
  ${EndIf}
FunctionEnd

Function chooseLeave
  ${NSD_GetState} $Box3 $Autostart
  ${NSD_GetState} $Box4 $Icon
  ${If} $Asked != 1
    StrCpy $Mode "user"
    ${NSD_GetState} $Box2 $0
    ${IfThen} $0 == 1 ${|} StrCpy $Mode "machine" ${|}
  ${EndIf}
  ${If} $Mode == "machine"
    Call isAdmin
    ${If} $0 != 1
      StrCpy $0 "vi"
      ${IfThen} $LANGUAGE == 1033 ${|} StrCpy $0 "en" ${|}
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/AllUsers /Autostart=$Autostart /Desktop=$Icon /Lang=$0"
      ${IfNot} ${Errors}
        Quit
      ${EndIf}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(noAdmin)"
      Abort
    ${EndIf}
  ${EndIf}
  Call settle
  Call checkPlan
FunctionEnd

Function skipFolderIfThere
  ${If} $Before != ""
    Abort ; an upgrade stays where it is
  ${EndIf}
FunctionEnd

Section
  ${If} ${Silent}
    Call begin
    ${If} $Mode == "machine"
      Call isAdmin
      ${If} $0 != 1
        !insertmacro fail ${NO_ADMIN} "$(noAdmin)"
      ${EndIf}
    ${EndIf}
    Call checkPlan
  ${EndIf}
  Call waitUntilClosed
  SetOutPath "$INSTDIR"
  ; Beside the old one first, then in its place in one move: a full disk or a power cut
  ; leaves a whole program, the old one or the new one.
  File "/oname=tungbuoc.exe.new" "${PROGRAM}"
  Push "$INSTDIR\tungbuoc.exe"
  Call putInPlace
  File "/oname=LICENSE.txt" "..\..\..\LICENSE"
  SetOutPath "$INSTDIR\khoa-may"
  File "..\lock.ps1"
  File "..\unlock.ps1"
  File "..\lock-items.ps1"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\tungbuoc.exe"
  ${If} $Icon == 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\tungbuoc.exe"
  ${ElseIf} $Icon == 0
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  ${If} $Autostart == 1
    WriteRegStr SHCTX "${RUN}" "${ID}" '"$INSTDIR\tungbuoc.exe"'
  ${ElseIf} $Autostart == 0
    DeleteRegValue SHCTX "${RUN}" "${ID}"
  ${EndIf}

  WriteRegStr SHCTX "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${ENTRY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${ENTRY}" "DisplayIcon" "$INSTDIR\tungbuoc.exe,0"
  WriteRegStr SHCTX "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ENTRY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${ENTRY}" "NoModify" 1
  WriteRegDWORD SHCTX "${ENTRY}" "NoRepair" 1
  WriteRegStr SHCTX "${ENTRY}" "DisplayVersion" "${VERSION}" ; last: now it is there

  Call webView
  Call readCode
  !insertmacro note "$(installed)"
SectionEnd

; putInPlace moves FILE.new to FILE, which is on the stack, for good.
Function putInPlace
  Pop $1
  FileOpen $0 "$1.new" a
  ${If} $0 != ""
    System::Call 'kernel32::FlushFileBuffers(p r0)'
    FileClose $0
  ${EndIf}
  System::Call 'kernel32::MoveFileEx(w "$1.new", w r1, i 9)i.r0' ; in its place, and written through
  ${If} $0 == 0
    Delete "$1.new"
    !insertmacro fail ${NOT_WRITTEN} "$(notWritten)"
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Delete "$INSTDIR\tungbuoc.exe.new"
  !insertmacro note "$(notWritten)"
  SetErrorLevel ${NOT_WRITTEN}
FunctionEnd

; webView installs the web engine when it is missing and its offline set-up lies beside
; this one. What becomes of it does not stop the installation: the kiosk says what it lacks.
Function webView
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW}" "pv"
  ReadRegStr $1 HKCU "Software\${WEBVIEW}" "pv"
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    ${If} $1 == ""
    ${OrIf} $1 == "0.0.0.0"
      ${If} ${FileExists} "$EXEDIR\${WEBVIEW_SETUP}"
        DetailPrint "$(gettingWebView)"
        ExecWait '"$EXEDIR\${WEBVIEW_SETUP}" /silent /install' $0
        !insertmacro note "WebView2: $0"
      ${Else}
        !insertmacro note "$(noWebView)"
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; readCode asks the program for the set-up code, to show it on the last page: only to who
; installs by hand and for themselves. For all users the kiosk's account is another one.
Function readCode
  StrCpy $Done "$(doneAll)"
  ${If} ${Silent}
  ${OrIf} $Mode == "machine"
    Return
  ${EndIf}
  StrCpy $Done "$(doneBefore)"
  nsExec::ExecToStack '"$INSTDIR\tungbuoc.exe" staff code --json'
  Pop $0
  Pop $1
  ${If} $0 == 0
    ${WordFind2X} "$1" '"code": "' '"' "+1" $Code
    StrLen $0 $Code
    ${If} $0 == 8
      StrCpy $0 $Code 4
      StrCpy $1 $Code 4 4
      StrCpy $Code "$0 $1"
      StrCpy $Done "$(doneCode)"
    ${Else}
      StrCpy $Code ""
    ${EndIf}
  ${EndIf}
FunctionEnd

Function finishShow
  ${If} $Code == ""
    ShowWindow $mui.FinishPage.ShowReadme ${SW_HIDE}
  ${EndIf}
FunctionEnd

Function printCode
  SetShellVarContext current
  ExecShell "print" "$LOCALAPPDATA\${ID}\ma-cai-dat.txt"
FunctionEnd

Function openProgram
  ; By the desktop, so that it never runs with the administrator's rights.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\tungbuoc.exe"'
FunctionEnd
