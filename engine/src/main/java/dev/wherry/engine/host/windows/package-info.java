/** What Windows' desktop offers; JNA and the names of its functions stay in here. */
package dev.wherry.engine.host.windows;
