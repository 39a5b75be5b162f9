/** What the window and the tray show, free of any toolkit: values that change, and work in the background. */
package dev.wherry.app.model;
