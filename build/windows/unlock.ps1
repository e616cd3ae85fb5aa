<#
.SYNOPSIS
  Gỡ những gì lock.ps1 đã đặt. Tài khoản và dữ liệu của kiosk còn nguyên.
.PARAMETER Force
  Khi mất tệp giữ giá trị cũ: xóa mọi giá trị mà lock.ps1 đặt cho tài khoản -User.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [ValidatePattern('^[A-Za-z0-9._-]{1,20}$')] [string] $User = 'kiosk',
  [switch] $Force
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$HiveLoaded = $false
. (Join-Path $PSScriptRoot 'lock-items.ps1')

if (-not (Test-Administrator)) { Write-Host 'Mời mở PowerShell bằng "Run as administrator", rồi chạy lại.'; exit 1 }

$state = $null
if (Test-Path -LiteralPath $StateFile) {
  $state = [IO.File]::ReadAllText($StateFile) | ConvertFrom-Json
  $sid = $state.Sid
  $items = @($state.Items)
}
elseif ($Force) {
  $account = Get-LocalUser -Name $User -ErrorAction SilentlyContinue
  if (-not $account) { Write-Host "Không có tài khoản $User. Mời ghi đúng tên bằng -User."; exit 1 }
  $sid = $account.SID.Value
  # Nobody knows what was there: what was set goes, and Windows does as it does by itself.
  $items = @($LockItems | ForEach-Object { New-Object PSObject -Property @{ Scope = $_.Scope; Key = $_.Key; Name = $_.Name; Existed = $false; Old = $null; Type = $_.Type } })
}
else {
  Write-Host "Máy này chưa khóa, hoặc mất tệp $StateFile. Nếu mất tệp, mời chạy: unlock.ps1 -User $User -Force"
  exit 1
}

$hive = Open-UserHive $sid
if (-not $hive) { Write-Host 'Không mở được phần của tài khoản kiosk; phần chung của máy vẫn được gỡ.' }

$left = 0
try {
  foreach ($item in $items) {
    if ($item.Scope -eq 'User' -and -not $hive) { $left++; continue }
    $path = Get-ItemPath $item $hive
    if (-not $PSCmdlet.ShouldProcess("$($item.Key)\$($item.Name)", 'Trả lại như cũ')) { continue }
    try {
      if ($item.Existed) {
        if (-not (Test-Path -LiteralPath $path)) { New-Item -Path $path -Force | Out-Null }
        New-ItemProperty -LiteralPath $path -Name $item.Name -PropertyType $item.Type -Value $item.Old -Force | Out-Null
      }
      elseif (Test-Path -LiteralPath $path) {
        Remove-ItemProperty -LiteralPath $path -Name $item.Name -ErrorAction SilentlyContinue
      }
      Write-Host "- Trả lại: $($item.Name)"
    }
    catch {
      $left++
      Write-Host "- Chưa trả lại được $($item.Name): $($_.Exception.Message)"
    }
  }

  if ($state -and $state.NewScheme -and $PSCmdlet.ShouldProcess('powercfg', 'Trả lại chế độ nguồn')) {
    & powercfg.exe /setactive $state.Scheme
    & powercfg.exe /delete $state.NewScheme
    Write-Host '- Trả lại chế độ nguồn'
  }

  $known = @{}
  if ($state) { foreach ($key in @($state.Filter)) { if ($key) { $known[$key.Id] = [bool] $key.Enabled } } }
  foreach ($key in Get-FilterKeys) {
    if ($FilterKeys -notcontains $key.Id) { continue }
    $enabled = $false
    if ($known.ContainsKey($key.Id)) { $enabled = $known[$key.Id] }
    if ($PSCmdlet.ShouldProcess($key.Id, 'Trả lại bộ lọc phím')) { Set-CimInstance -InputObject $key -Property @{ Enabled = $enabled } }
  }
}
finally { Close-UserHive }

if ($WhatIfPreference) { Write-Host 'Chưa đổi gì.'; exit 0 }
if ($left -gt 0) {
  Write-Host "Còn $left mục chưa trả lại; tệp giá trị cũ được giữ. Mời chạy lại unlock.ps1."
  exit 1
}
if (Test-Path -LiteralPath $StateFile) { Remove-Item -LiteralPath $StateFile }
Write-Host 'Xong. Mời khởi động lại máy. Tài khoản và dữ liệu của kiosk còn nguyên.'
