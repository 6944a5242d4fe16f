// The terminal has the keyboard from the start, without a click; only once it is painted can it tell the reader so.
addEventListener("load", function take() {
  if (document.body.classList.contains("-first-byte")) document.querySelector(".xterm-helper-textarea").focus()
  else setTimeout(take, 50)
})
