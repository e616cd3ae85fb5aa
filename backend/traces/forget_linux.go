//go:build linux && cgo && webkit2_41

package traces

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1

#include <gtk/gtk.h>
#include <webkit2/webkit2.h>

// A chooser of emoji is a popover inside of the window.
static void pop_down(GtkWidget *widget, gpointer nothing) {
	if (GTK_IS_POPOVER(widget)) {
		gtk_popover_popdown(GTK_POPOVER(widget));
	} else if (GTK_IS_CONTAINER(widget)) {
		gtk_container_forall(GTK_CONTAINER(widget), pop_down, nothing);
	}
}

static void close_pop_ups(void) {
	GList *windows = gtk_window_list_toplevels();
	g_list_foreach(windows, (GFunc)(void (*)(void))g_object_ref, NULL);
	for (GList *at = windows; at; at = at->next) {
		GtkWidget *child = gtk_bin_get_child(GTK_BIN(at->data));
		if (gtk_window_get_window_type(GTK_WINDOW(at->data)) != GTK_WINDOW_POPUP) {
			gtk_container_forall(GTK_CONTAINER(at->data), pop_down, NULL);
		} else if (child && GTK_IS_MENU(child)) {
			gtk_menu_popdown(GTK_MENU(child));
		} else if (gtk_widget_get_visible(GTK_WIDGET(at->data))) {
			gtk_widget_hide(GTK_WIDGET(at->data));
		}
	}
	g_list_free_full(windows, g_object_unref);
}

// What another program has there is not this one's. GDK knows the window of a program
// that has once pasted from here, and GTK clears whatever it has had before.
static void drop_copied(void) {
	GdkDisplay *display = gdk_display_get_default();
	GdkAtom places[] = {GDK_SELECTION_CLIPBOARD, GDK_SELECTION_PRIMARY, GDK_SELECTION_SECONDARY};
	for (int i = 0; display && i < G_N_ELEMENTS(places); i++) {
		GdkWindow *owner = gdk_selection_owner_get_for_display(display, places[i]);
		if (owner && gdk_window_get_window_type(owner) != GDK_WINDOW_FOREIGN) {
			gtk_clipboard_clear(gtk_clipboard_get_for_display(display, places[i]));
		}
	}
}

static gboolean forget(gpointer copied) {
	close_pop_ups();
	if (copied) {
		drop_copied();
	}
	webkit_website_data_manager_clear(
		webkit_web_context_get_website_data_manager(webkit_web_context_get_default()),
		WEBKIT_WEBSITE_DATA_ALL, 0, NULL, NULL, NULL);
	return G_SOURCE_REMOVE;
}

// GTK is spoken to from its own thread only.
static void forget_soon(int copied) { g_idle_add(forget, GINT_TO_POINTER(copied)); }
*/
import "C"

// Forget takes it away as soon as the window has nothing else to do. There must be
// a window.
func Forget(w What) {
	copied := C.int(0)
	if w.Copied {
		copied = 1
	}
	C.forget_soon(copied)
}
