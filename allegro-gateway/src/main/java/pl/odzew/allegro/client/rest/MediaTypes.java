package pl.odzew.allegro.client.rest;

/// Allegro's vendor types: the version of the API that a call speaks.
public final class MediaTypes {

    public static final String PUBLIC_V1 = "application/vnd.allegro.public.v1+json";
    public static final String BETA_V1 = "application/vnd.allegro.beta.v1+json";

    private MediaTypes() {}
}
