<#
.SYNOPSIS
  Khóa máy Windows cho kiosk Từng Bước. Hướng dẫn: docs/khoa-may-windows.md. Gỡ: unlock.ps1.
.PARAMETER User
  Tài khoản thường mà kiosk chạy; chưa có thì được tạo.
.PARAMETER Program
  Đường dẫn tới tungbuoc.exe.
.PARAMETER NoShell
  Giữ màn hình nền của Windows: máy dùng chung với việc khác.
.PARAMETER Features
  Bật bộ lọc phím (Keyboard Filter) trên bản Windows có tính năng này; phải khởi động lại rồi chạy lại.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [ValidatePattern('^[A-Za-z0-9._-]{1,20}$')] [string] $User = 'kiosk',
  [string] $Program = (Join-Path $env:ProgramFiles 'TungBuoc\tungbuoc.exe'),
  [switch] $NoShell,
  [switch] $Features
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$HiveLoaded = $false
. (Join-Path $PSScriptRoot 'lock-items.ps1')

if (-not (Test-Administrator)) { Write-Host 'Mời mở PowerShell bằng "Run as administrator", rồi chạy lại.'; exit 1 }
if (-not $NoShell -and -not (Test-Path -LiteralPath $Program -PathType Leaf)) {
  Write-Host "Không thấy chương trình ở $Program. Mời ghi đúng chỗ bằng -Program."
  exit 1
}
if (Test-Path -LiteralPath $StateFile) {
  Write-Host "Máy này đã khóa rồi. Muốn khóa lại thì chạy unlock.ps1 trước. (Tệp $StateFile)"
  exit 1
}

$edition = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').EditionID
Write-Host "Bản Windows: $edition"

if ($Features) {
  if ($edition -notmatch 'Enterprise|Education|IoT') { Write-Host 'Bản Windows này không có bộ lọc phím.'; exit 1 }
  if ($PSCmdlet.ShouldProcess('Client-KeyboardFilter', 'Bật tính năng của Windows')) {
    Enable-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter -All -NoRestart | Out-Null
    Write-Host 'Đã bật bộ lọc phím. Mời khởi động lại máy, rồi chạy lại lock.ps1 không có -Features.'
  }
  exit 0
}

# An account that may not install anything. It must never be one of the administrators.
$account = Get-LocalUser -Name $User -ErrorAction SilentlyContinue
if (-not $account) {
  if (-not $PSCmdlet.ShouldProcess($User, 'Tạo tài khoản thường')) {
    Write-Host "Chưa có tài khoản $User; khóa thật thì tài khoản được tạo trước."
    exit 0
  }
  $password = Read-Host -AsSecureString "Mật khẩu cho tài khoản $User"
  $account = New-LocalUser -Name $User -Password $password -PasswordNeverExpires -UserMayNotChangePassword -Description 'Kiosk Tung Buoc'
  Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $account
  Write-Host "Đã tạo tài khoản $User."
}
$sid = $account.SID.Value
$admins = @(Get-LocalGroupMember -SID 'S-1-5-32-544' -ErrorAction SilentlyContinue | ForEach-Object { $_.SID.Value })
if ($admins -contains $sid) {
  Write-Host "Tài khoản $User là quản trị: không khóa. Mời chọn một tài khoản thường."
  exit 1
}
$hive = Open-UserHive $sid
if (-not $hive) {
  Write-Host "Tài khoản $User chưa đăng nhập lần nào. Mời đăng nhập một lần, đăng xuất, rồi chạy lại."
  exit 1
}

try {
  $before = @()
  foreach ($item in $LockItems) {
    if ($item.ContainsKey('Shell') -and $NoShell) { continue }
    $path = Get-ItemPath $item $hive
    $value = $item.Value
    if ($item.ContainsKey('Shell')) { $value = '"' + $Program + '"' }
    $old = $null
    $existed = $false
    if (Test-Path -LiteralPath $path) {
      $key = Get-Item -LiteralPath $path
      if ($key.GetValueNames() -contains $item.Name) {
        $existed = $true
        $old = $key.GetValue($item.Name, $null, 'DoNotExpandEnvironmentNames')
      }
      $key.Close()
    }
    $before += @{ Scope = $item.Scope; Key = $item.Key; Name = $item.Name; Existed = $existed; Old = $old; Type = $item.Type }
    $item.NewValue = $value
  }

  # What was there is on the disk before anything is changed.
  $scheme = ''
  if ((& powercfg.exe /getactivescheme) -match '([0-9a-fA-F-]{36})') { $scheme = $Matches[1] }
  $filter = @(Get-FilterKeys | Where-Object { $FilterKeys -contains $_.Id } | ForEach-Object { @{ Id = $_.Id; Enabled = [bool] $_.Enabled } })
  $state = @{ Version = 1; User = $User; Sid = $sid; Items = $before; Scheme = $scheme; NewScheme = ''; Filter = $filter }
  function Save-State {
    New-Item -ItemType Directory -Force -Path (Split-Path $StateFile) | Out-Null
    [IO.File]::WriteAllText($StateFile, ($state | ConvertTo-Json -Depth 5), (New-Object Text.UTF8Encoding($false)))
  }
  if ($PSCmdlet.ShouldProcess($StateFile, 'Giữ lại các giá trị cũ')) { Save-State }

  foreach ($item in $LockItems) {
    if (-not $item.ContainsKey('NewValue')) { continue }
    if (-not $PSCmdlet.ShouldProcess("$($item.Key)\$($item.Name) = $($item.NewValue)", $item.Say)) { continue }
    $path = Get-ItemPath $item $hive
    if (-not (Test-Path -LiteralPath $path)) { New-Item -Path $path -Force | Out-Null }
    New-ItemProperty -LiteralPath $path -Name $item.Name -PropertyType $item.Type -Value $item.NewValue -Force | Out-Null
    Write-Host "- $($item.Say)"
  }

  # The PC does not sleep: a copy of the power plan in use, so that the old one stays as it is.
  if ($scheme -and $PSCmdlet.ShouldProcess('powercfg', 'Máy không tự ngủ, không tắt màn hình')) {
    if ((& powercfg.exe /duplicatescheme $scheme) -match '([0-9a-fA-F-]{36})') {
      $state.NewScheme = $Matches[1]
      Save-State
      & powercfg.exe /changename $state.NewScheme 'Tung Buoc' | Out-Null
      & powercfg.exe /setactive $state.NewScheme
      foreach ($what in 'standby-timeout-ac', 'standby-timeout-dc', 'hibernate-timeout-ac', 'hibernate-timeout-dc', 'monitor-timeout-ac', 'monitor-timeout-dc') {
        & powercfg.exe /change $what 0
      }
      Write-Host '- Máy không tự ngủ, không tắt màn hình'
    }
  }

  if ($filter.Count -eq 0) {
    Write-Host '- Không có bộ lọc phím trên máy này: Ctrl+Alt+Del và một số phím Windows không chặn được (xem docs/khoa-may-windows.md)'
  }
  elseif ($PSCmdlet.ShouldProcess('Keyboard Filter', 'Chặn Ctrl+Alt+Del, phím Windows, Alt+Tab')) {
    $ours = @{ Namespace = 'root\standardcimv2\embedded' }
    Get-CimInstance @ours -ClassName WEKF_Settings | Where-Object { $_.Name -eq 'DisableKeyboardFilterForAdministrators' } |
      ForEach-Object { Set-CimInstance -InputObject $_ -Property @{ Value = 'true' } }
    Get-FilterKeys | Where-Object { $FilterKeys -contains $_.Id } | ForEach-Object { Set-CimInstance -InputObject $_ -Property @{ Enabled = $true } }
    Write-Host '- Chặn Ctrl+Alt+Del, phím Windows, Alt+Tab (trừ tài khoản quản trị)'
  }
}
catch {
  Write-Host "Chưa khóa xong: $($_.Exception.Message)"
  Write-Host 'Mời chạy unlock.ps1 để trả lại như cũ, rồi thử lại.'
  exit 1
}
finally { Close-UserHive }

if ($WhatIfPreference) { Write-Host 'Chưa đổi gì.' } else { Write-Host "Xong. Mời khởi động lại máy, đăng nhập tài khoản $User và thử. Gỡ: unlock.ps1." }
