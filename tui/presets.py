"""Keys of other readers, for hands that know them: the keys of some actions, changed together. Pure."""

from __future__ import annotations

PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "newsboat": {
        "list.open": "enter,right",
        "previous": "p",
        "unread": "N",
        "read": "ctrl+r",
        "refresh": "r,R",
        "view.unread": "3,l",
        "reader.links": "u,L",
        "browse.filter": "F",
        "browse.clear_filter": "ctrl+f",
    },
    "vim": {
        "list.page_down": "ctrl+f,pagedown",
        "list.page_up": "ctrl+b,pageup",
        "list.half_down": "ctrl+d",
        "list.half_up": "ctrl+u",
        "text.down": "j,down,ctrl+e",
        "text.up": "k,up,ctrl+y",
        "text.page_down": "ctrl+f,space,pagedown",
        "text.page_up": "ctrl+b,b,pageup",
        "back": "escape,h,left,backspace,ctrl+o",
        "undo": "u",
        "unread": "U",
    },
    "elfeed": {
        "list.down": "n,j,down",
        "list.up": "p,k,up",
        "list.top": "<,home",
        "list.bottom": ">,end",
        "text.top": "<,home",
        "text.bottom": ">,end",
        "reader.next": "n,J",
        "reader.previous": "p,K",
        "next": "N",
        "previous": "P",
        "search": "s,/",
        "summary": "S",
        "sort": "ctrl+s",
        "narrower": "(",
        "wider": ")",
        "open": "b,o",
        "text.page_up": "backspace,pageup",
        "browse.page_back": "backspace",
        "back": "escape,h,left",
        "refresh": "g,R",
    },
}
"""Preset → id of an action → its keys, the first one is shown. Newsboat: its manual, `newsboat -h`; vim: `:help index`;
elfeed: `elfeed-search-mode-map` and `elfeed-show-mode-map`. Where they know no such thing, the default key stays."""
