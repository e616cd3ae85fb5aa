# What lock.ps1 sets and unlock.ps1 takes back, in one list. Loaded by both.
# Scope: User = the kiosk's account only; Machine = everybody at this computer.
# Shell = only with a shell of its own (not with -NoShell).

$LockItems = @(
  # Fingers: no edge swipes, no ring and no menu of a long press.
  @{ Scope = 'Machine'; Key = 'SOFTWARE\Policies\Microsoft\Windows\EdgeUI'; Name = 'AllowEdgeSwipe'; Type = 'DWord'; Value = 0; Say = 'Tắt vuốt từ mép màn hình' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Wisp\Touch'; Name = 'TouchMode_hold'; Type = 'DWord'; Value = 0; Say = 'Tắt trình đơn khi chạm giữ' }

  # Nothing comes over the page by itself.
  @{ Scope = 'User'; Key = 'Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications'; Name = 'NoToastApplicationNotification'; Type = 'DWord'; Value = 1; Say = 'Tắt thông báo' }
  @{ Scope = 'User'; Key = 'Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications'; Name = 'NoToastApplicationNotificationOnLockScreen'; Type = 'DWord'; Value = 1; Say = 'Tắt thông báo ở màn hình khóa' }
  @{ Scope = 'User'; Key = 'Software\Policies\Microsoft\Windows\Explorer'; Name = 'DisableNotificationCenter'; Type = 'DWord'; Value = 1; Say = 'Tắt bảng thông báo' }
  @{ Scope = 'User'; Key = 'Software\Policies\Microsoft\Windows\CloudContent'; Name = 'DisableWindowsSpotlightFeatures'; Type = 'DWord'; Value = 1; Say = 'Tắt gợi ý của Windows' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer'; Name = 'NoDriveTypeAutoRun'; Type = 'DWord'; Value = 255; Say = 'Cắm USB thì không tự mở gì' }

  # Keys: Shift five times and the like ask nothing; no keys with Win as far as policies go.
  @{ Scope = 'User'; Key = 'Control Panel\Accessibility\StickyKeys'; Name = 'Flags'; Type = 'String'; Value = '506'; Say = 'Bấm Shift năm lần không hỏi gì' }
  @{ Scope = 'User'; Key = 'Control Panel\Accessibility\Keyboard Response'; Name = 'Flags'; Type = 'String'; Value = '122'; Say = 'Giữ Shift lâu không hỏi gì' }
  @{ Scope = 'User'; Key = 'Control Panel\Accessibility\ToggleKeys'; Name = 'Flags'; Type = 'String'; Value = '58'; Say = 'Giữ Num Lock không hỏi gì' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer'; Name = 'NoWinKeys'; Type = 'DWord'; Value = 1; Say = 'Tắt các phím đi với phím Windows' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Narrator\NoRoam'; Name = 'WinEnterLaunchEnabled'; Type = 'DWord'; Value = 0; Say = 'Win+Ctrl+Enter không mở trình đọc màn hình' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\GameDVR'; Name = 'AppCaptureEnabled'; Type = 'DWord'; Value = 0; Say = 'Win+G không quay màn hình' }
  @{ Scope = 'Machine'; Key = 'SOFTWARE\Policies\Microsoft\Windows\System'; Name = 'AllowClipboardHistory'; Type = 'DWord'; Value = 0; Say = 'Windows không giữ lại những gì đã chép (Win+V)' }

  # What is left after Ctrl+Alt+Del: signing out and another user.
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableTaskMgr'; Type = 'DWord'; Value = 1; Say = 'Ctrl+Alt+Del không có Task Manager' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableChangePassword'; Type = 'DWord'; Value = 1; Say = 'Ctrl+Alt+Del không có đổi mật khẩu' }
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableLockWorkstation'; Type = 'DWord'; Value = 1; Say = 'Win+L không khóa màn hình' }

  # The program instead of the desktop. Its value is the path of the program.
  @{ Scope = 'User'; Key = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'Shell'; Type = 'String'; Value = $null; Shell = $true; Say = 'Đăng nhập thì mở thẳng Từng Bước' }
)

# Combinations for the keyboard filter, where Windows has it and it is on. Ctrl+Alt+Del is
# among them; administrators are left out, so that nobody is locked out.
$FilterKeys = @(
  'Ctrl+Alt+Del', 'Shift+Ctrl+Esc', 'Ctrl+Esc', 'Alt+Esc', 'Alt+Tab', 'Ctrl+Tab', 'Alt+F4', 'Alt+Space',
  'LWin', 'RWin', 'Windows', 'Win+L', 'Win+R', 'Win+E', 'Win+D', 'Win+U', 'Win+P', 'Win+M', 'Win+Tab', 'Ctrl+Win+F'
)

$StateFile = Join-Path $env:ProgramData 'TungBuoc\lock-before.json'

function Test-Administrator {
  $me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
  $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# Opens the account's part of the registry and gives its path; loaded from its file when
# the account is not signed in. Gives $null when the account has never signed in.
function Open-UserHive([string] $Sid) {
  if (Test-Path "Registry::HKEY_USERS\$Sid") { return "Registry::HKEY_USERS\$Sid" }
  $list = "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$Sid"
  if (-not (Test-Path $list)) { return $null }
  $file = Join-Path (Get-ItemProperty $list).ProfileImagePath 'NTUSER.DAT'
  if (-not (Test-Path -LiteralPath $file)) { return $null }
  & reg.exe load 'HKU\TungBuocLock' $file | Out-Null
  if ($LASTEXITCODE -ne 0) { return $null }
  $script:HiveLoaded = $true
  return 'Registry::HKEY_USERS\TungBuocLock'
}

# A part that was loaded is let go; the account could not sign in otherwise.
function Close-UserHive {
  if (-not $script:HiveLoaded) { return }
  [GC]::Collect()
  [GC]::WaitForPendingFinalizers()
  & reg.exe unload 'HKU\TungBuocLock' | Out-Null
  if ($LASTEXITCODE -ne 0) { Write-Warning 'Chưa nhả được tài khoản kiosk. Mời khởi động lại máy trước khi đăng nhập tài khoản ấy.' }
  $script:HiveLoaded = $false
}

function Get-ItemPath($Item, [string] $Hive) {
  if ($Item.Scope -eq 'Machine') { return "Registry::HKEY_LOCAL_MACHINE\$($Item.Key)" }
  return "$Hive\$($Item.Key)"
}

# Every predefined combination of the keyboard filter; none where there is no filter.
function Get-FilterKeys {
  try { return @(Get-CimInstance -Namespace 'root\standardcimv2\embedded' -ClassName WEKF_PredefinedKey -ErrorAction Stop) }
  catch { return @() }
}
