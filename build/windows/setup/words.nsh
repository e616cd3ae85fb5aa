; What the set-up says, in Vietnamese and in English.
!macro say name vi en
  LangString ${name} 1066 `${vi}`
  LangString ${name} 1033 `${en}`
!macroend

!insertmacro say chooseTitle "Cài Từng Bước ${VERSION}" "Install Từng Bước ${VERSION}"
!insertmacro say chooseMore "Mời chọn cài cho ai." "Choose for whom."
!insertmacro say forMe "Chỉ tài khoản đang dùng, không cần quản trị" "Only this account, no administrator needed"
!insertmacro say forAll "Mọi tài khoản trên máy này" "All accounts of this computer"
!insertmacro say forAllMore "Cần quyền quản trị. Chọn mục này nếu kiosk chạy bằng tài khoản riêng." "Needs an administrator. Choose this when the kiosk has an account of its own."
!insertmacro say atLogon "Mở Từng Bước mỗi khi đăng nhập" "Open Từng Bước at every sign-in"
!insertmacro say onDesktop "Để biểu tượng trên màn hình nền" "Put an icon on the desktop"
!insertmacro say thereIs "Máy đã có bản $Before. Cài xong, dữ liệu và mã PIN còn nguyên." "Version $Before is there. The data and the PINs stay as they are."
!insertmacro say gettingWebView "Đang cài WebView2 của Microsoft…" "Installing Microsoft's WebView2…"
!insertmacro say noWebView "Máy chưa có WebView2. Mời cài WebView2 trước khi mở Từng Bước." "WebView2 is missing. Install it before opening Từng Bước."
!insertmacro say installed "Đã cài bản ${VERSION} vào $INSTDIR." "Version ${VERSION} is installed in $INSTDIR."
!insertmacro say doneTitle "Đã cài xong Từng Bước" "Từng Bước is installed"
!insertmacro say doneCode "Mã cài đặt: $Code$\r$\n$\r$\nMời ghi lại mã này. Trên kiosk, chạm “Dành cho cán bộ”, nhập mã, rồi chọn mã PIN." "Set-up code: $Code$\r$\n$\r$\nWrite it down. On the kiosk, touch “Dành cho cán bộ”, enter the code, then choose a PIN."
!insertmacro say doneBefore "Mã PIN và dữ liệu của xã còn nguyên." "The office's PINs and data are as they were."
!insertmacro say doneAll "Mời đăng nhập tài khoản của kiosk rồi mở Từng Bước. Mã cài đặt nằm trong tệp ma-cai-dat.txt của tài khoản ấy." "Sign in to the kiosk's account and open Từng Bước. The set-up code is in that account's file ma-cai-dat.txt."
!insertmacro say openNow "Mở Từng Bước" "Open Từng Bước"
!insertmacro say printCode "In mã cài đặt ra giấy" "Print the set-up code"

!insertmacro say busy "Từng Bước đang mở. Mời cán bộ vào “Dành cho cán bộ”, “Cài đặt”, chạm “Đóng Từng Bước”, rồi thử lại." "Từng Bước is open. Staff close it: “Dành cho cán bộ”, “Cài đặt”, “Đóng Từng Bước”. Then try again."
!insertmacro say older "Máy đã có bản $Before, mới hơn bản ${VERSION} này. Chưa đổi gì." "Version $Before is there, which is newer than ${VERSION}. Nothing was changed."
!insertmacro say elsewhere "Từng Bước đã cài ở $INSTDIR. Mời bỏ $R8, hoặc gỡ bản ấy trước." "Từng Bước is installed in $INSTDIR. Leave $R8 out, or remove that one first."
!insertmacro say noAdmin "Cài hay gỡ cho mọi tài khoản thì cần quyền quản trị. Mời chạy lại bằng tài khoản quản trị." "For all accounts an administrator is needed. Run this again as administrator."
!insertmacro say badFlag "Không hiểu $R8. Mời xem lại các tùy chọn trong docs/cai-dat.md." "Do not know $R8. See the flags in docs/cai-dat.md."
!insertmacro say oldWindows "Từng Bước cần Windows 10 trở lên." "Từng Bước needs Windows 10 or newer."
!insertmacro say notWritten "Không ghi được chương trình vào $INSTDIR. Mời xem ổ đĩa còn chỗ và thư mục được phép ghi." "Could not write the program to $INSTDIR. See that the disk has room and the folder may be written."

!insertmacro say removeTitle "Gỡ Từng Bước" "Remove Từng Bước"
!insertmacro say removeMore "Mời chọn giữ hay xóa dữ liệu." "Keep the data, or delete it."
!insertmacro say removeWhat "Chương trình sẽ được gỡ khỏi máy này." "The program is removed from this computer."
!insertmacro say removeData "Xóa cả dữ liệu của xã" "Delete the office's data, too"
!insertmacro say removeDataMore "Mã PIN, số liệu, ghi chú, bản thu âm trong $LOCALAPPDATA\${ID}. Xóa rồi không lấy lại được." "PINs, figures, notes and recordings in $LOCALAPPDATA\${ID}. They cannot be had back."
!insertmacro say removeNow "Gỡ" "Remove"
!insertmacro say removed "Đã gỡ Từng Bước." "Từng Bước is removed."
!insertmacro say notRemoved "Không xóa được chương trình trong $INSTDIR. Mời xem thư mục được phép ghi." "Could not remove the program in $INSTDIR. See that the folder may be written."
!insertmacro say dataNotRemoved "Đã gỡ chương trình, nhưng dữ liệu trong $LOCALAPPDATA\${ID} chưa xóa hết. Mời đóng các chương trình đang dùng nó, rồi xóa thư mục ấy." "The program is removed, but not all data in $LOCALAPPDATA\${ID}. Close what uses it, then delete that folder."
!insertmacro say locked "Máy đang khóa cho kiosk. Mời chạy unlock.ps1 trước, rồi gỡ Từng Bước." "This computer is locked for the kiosk. Run unlock.ps1 first, then remove Từng Bước."
