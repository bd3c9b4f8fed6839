/// The whole service with a broker, a database and a mail server, as a seller sees it.
@NullMarked
package pl.odzew.notification.story;

import org.jspecify.annotations.NullMarked;
