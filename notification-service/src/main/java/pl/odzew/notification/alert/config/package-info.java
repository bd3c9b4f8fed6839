/// Gives the features the time, which they are handed as a `Clock`.
@NullMarked
package pl.odzew.notification.alert.config;

import org.jspecify.annotations.NullMarked;
