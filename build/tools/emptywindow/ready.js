addEventListener('load', () => requestAnimationFrame(() => void window.go.main.Window.Ready()))
