/// Gives the features the time, which they are handed as a `Clock`, so that a test can hold it still.
@NullMarked
package pl.odzew.notification.alert.config;

import org.jspecify.annotations.NullMarked;
