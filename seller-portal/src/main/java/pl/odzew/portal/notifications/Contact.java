package pl.odzew.portal.notifications;

import org.jspecify.annotations.Nullable;

/// Where and in which language the seller is written to.
public record Contact(@Nullable String email, @Nullable String language) {}
