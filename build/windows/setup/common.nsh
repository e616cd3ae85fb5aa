; What the half that installs and the half that removes both do.

; note adds a line to %TEMP%\tungbuoc-setup.log, for who runs the set-up without a window.
!macro note text
  Push $9
  FileOpen $9 "$TEMP\tungbuoc-setup.log" a
  ${If} $9 != ""
    FileSeek $9 0 END
    FileWriteUTF16LE /BOM $9 `${VERSION}: ${text}$\r$\n`
    FileClose $9
  ${EndIf}
  Pop $9
!macroend

; fail says why in a box, or only in the log when silent, and ends with an exit code.
!macro fail code text
  !insertmacro note "${text}"
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; checkFlags refuses a flag that is not in the list: one that is written wrong must not
; install something else in silence. The flags are in $R9.
!macro checkFlags known
  StrCpy $1 1
  ${Do}
    ClearErrors
    ${WordFind} "$R9" " " "E+$1" $R8
    ${If} ${Errors}
      ${IfThen} $1 > 1 ${|} ${Break} ${|}
      StrCpy $R8 $R9 ; one word, or none
    ${EndIf}
    ${If} $R8 != ""
      ClearErrors
      ${WordFind} " ${known} " " $R8 " "E+1{" $2
      ${If} ${Errors}
        !insertmacro fail ${BAD_FLAG} "$(badFlag)"
      ${EndIf}
    ${EndIf}
    IntOp $1 $1 + 1
  ${Loop}
!macroend

!macro both un
; isAdmin: $0 is 1 when this may change the whole computer.
Function ${un}isAdmin
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    StrCpy $0 1
  ${Else}
    StrCpy $0 0
  ${EndIf}
FunctionEnd

; waitUntilClosed goes on when the program in $INSTDIR is not running: a running one's
; file cannot be opened for writing, whoever started it.
Function ${un}waitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\tungbuoc.exe"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\tungbuoc.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    !insertmacro note "$(busy)"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(busy)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${BUSY}
    Quit
  ${Loop}
FunctionEnd
!macroend
!insertmacro both ""
!insertmacro both "un."
