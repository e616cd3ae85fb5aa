; The half that removes. It takes away what was installed, file by file, never a folder
; with what it does not know; the data folder only when that is asked for.

Function un.onInit
  StrCpy $LANGUAGE 1066
  ${un.GetParameters} $R9
  ${un.GetOptions} $R9 "/Lang=" $0
  ${IfThen} $0 == "en" ${|} StrCpy $LANGUAGE 1033 ${|}
FunctionEnd

; begin reads the flags and says no where it must. Not in onInit: the language holds only after it.
Function un.begin
  !insertmacro checkFlags "/S /NCRC /DeleteData=0 /DeleteData=1 /Lang=vi /Lang=en"
  ${un.GetOptions} $R9 "/DeleteData=" $DeleteData
  ReadRegStr $0 HKLM "${ENTRY}" "InstallLocation"
  StrCpy $Mode "user"
  SetShellVarContext current
  ${If} $0 == $INSTDIR
    StrCpy $Mode "machine"
    SetShellVarContext all
    Call un.isAdmin
    ${If} $0 != 1
      ${If} ${Silent}
        !insertmacro fail ${NO_ADMIN} "$(noAdmin)"
      ${EndIf}
      ClearErrors
      ExecShell "runas" "$INSTDIR\uninstall.exe" "$R9"
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(noAdmin)"
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  ; The locked account opens this program in the place of a desktop.
  ReadEnvStr $0 ProgramData
  ${If} ${FileExists} "$0\${ID}\lock-before.json"
    !insertmacro fail ${LOCKED} "$(locked)"
  ${EndIf}
FunctionEnd

Function un.askShow
  Call un.begin
  !insertmacro MUI_HEADER_TEXT "$(removeTitle)" "$(removeMore)"
  nsDialogs::Create 1018
  Pop $0
  SetShellVarContext current
  ${NSD_CreateLabel} 0 0 100% 24u "$(removeWhat)"
  Pop $0
  ${NSD_CreateCheckBox} 0 32u 100% 12u "$(removeData)"
  Pop $Box1
  ${NSD_CreateLabel} 12u 46u 95% 36u "$(removeDataMore)"
  Pop $0
  ${If} $DeleteData == 1
    ${NSD_Check} $Box1
  ${EndIf}
  ${If} $Mode == "machine"
    SetShellVarContext all
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(removeNow)"
  nsDialogs::Show
FunctionEnd

Function un.askLeave
  ${NSD_GetState} $Box1 $DeleteData
FunctionEnd

Section "un."
  ${If} ${Silent}
    Call un.begin
  ${EndIf}
  Call un.waitUntilClosed
  Delete "$INSTDIR\tungbuoc.exe"
  ${If} ${FileExists} "$INSTDIR\tungbuoc.exe"
    !insertmacro fail ${NOT_WRITTEN} "$(notRemoved)"
  ${EndIf}
  Delete "$INSTDIR\tungbuoc.exe.new"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\khoa-may\lock.ps1"
  Delete "$INSTDIR\khoa-may\unlock.ps1"
  Delete "$INSTDIR\khoa-may\lock-items.ps1"
  RMDir "$INSTDIR\khoa-may"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegValue SHCTX "${RUN}" "${ID}"
  DeleteRegKey SHCTX "${ENTRY}"
  ${If} $DeleteData == 1
    SetShellVarContext current ; of all users' this folder is another one
    RMDir /r "$LOCALAPPDATA\${ID}"
    ${If} ${FileExists} "$LOCALAPPDATA\${ID}\*.*"
      !insertmacro fail ${NOT_WRITTEN} "$(dataNotRemoved)"
    ${EndIf}
  ${EndIf}
  !insertmacro note "$(removed)"
SectionEnd
