/// Announcements as `/api/v1/operator/announcements`.
///
/// Receives an operator's texts and wishes; gives whom they concern, and how far they have come.
@NullMarked
package pl.odzew.notification.announcement.rest;

import org.jspecify.annotations.NullMarked;
