"""How models build their panels and boxes: menus, buttons, values, files asked for, windows hidden."""
from neuron import h

h("""
load_file("nrngui.hoc")
create soma
access soma
objref box, hbox, deck, file, chooser, names, list
strdef text, choice
amp = 3
mode = 1
names = new List()
for i = 0, 2 {
  sprint(text, "item %d", i)
  names.append(new String(text))
}
proc set_amp() { amp = $1 }
proc panel() { local i
  box = new VBox()
  box.intercept(1)
  xpanel("parameters", 0)
  xvalue("amplitude", "amp", 1, "set_amp(amp)", 0, 1)
  xpvalue("mode", &mode, 1)
  xfixedvalue("fixed", "amp")
  xmenu("File")
    xbutton("open", "open_file()")
    xmenu("more")
      xbutton("less", "amp = 1")
    xmenu()
  xmenu()
  xradiobutton("one", "mode = 1", 1)
  xradiobutton("two", "mode = 2")
  xcheckbox("on", &mode, "set_amp(2)")
  xstatebutton("state", &mode)
  xslider(&amp, 0, 10, "set_amp(amp)")
  xvarlabel(text)
  xlabel("end")
  xpanel()
  hbox = new HBox(3)
  hbox.intercept(1)
  names.browser("names", "s")
  names.select_action("act(hoc_ac_)")
  names.accept_action("act(hoc_ac_)")
  deck = new Deck()
  deck.intercept(1)
  xpanel("card") xlabel("one") xpanel()
  deck.intercept(0)
  deck.map()
  deck.flip_to(0)
  hbox.intercept(0)
  hbox.map()
  box.intercept(0)
  box.full_request(1)
  box.dismiss_action("gone()")
  box.map("Model", 10, 20, 300, 400)
}
panel()
print amp, mode, text, box, hbox, deck, names.selected
file = new File()
file.chooser("r", "Open a file", "*.dat", "Open", "Cancel", "/tmp")
print file.chooser()
chooser = new SymChooser("variable")
if (chooser.run()) { chooser.text(choice)  print choice } else { print "none chosen" }
if (boolean_dialog("continue?", "yes", "no")) { print "yes" } else { print "no" }
print string_dialog("name", choice), continue_dialog("done")
PWManager[0].hide(3)
print PWManager[0].count, PWManager[0].is_mapped(0)
doEvents()
doNotify()
nrnmainmenu()
nrncontrolmenu()
print mapped_nrnmainmenu_
box.unmap()
objref box
print box
""")
