/** One app for each user, however often it is started. */
package dev.wherry.app.instance;
