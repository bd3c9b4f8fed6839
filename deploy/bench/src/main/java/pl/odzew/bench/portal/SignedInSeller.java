package pl.odzew.bench.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/// A browser that has been signed in and keeps its cookies.
record SignedInSeller(URI portal, HttpClient http) {

    private static final int OK = 200;

    /// Goes by the provider's page, on which a name is enough.
    static SignedInSeller at(URI portal, String name) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        HttpResponse<String> signIn =
                http.send(HttpRequest.newBuilder(portal).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> home = http.send(
                HttpRequest.newBuilder(signIn.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + name))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        check(home);
        return new SignedInSeller(portal, http);
    }

    /// @return how long each took, in nanoseconds, the shortest first
    long[] open(String page, int times) throws IOException, InterruptedException {
        var nanos = new long[times];
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(page)).build();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            check(http.send(request, HttpResponse.BodyHandlers.ofString()));
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void check(HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException(response.uri() + " answers " + response.statusCode());
        }
    }
}
