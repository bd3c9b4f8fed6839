package pl.odzew.portal.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// Brings the world up around the portal under test.
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

    private World world;
    private URI portal;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        portal = URI.create("http://localhost:" + port);
        world = World.start(portal);
        var configuration = new HashMap<>(world.configuration());
        configuration.put("quarkus.http.test-port", Integer.toString(port));
        configuration.put("quarkus.http.host", "localhost");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(World.class));
        injector.injectIntoFields(portal, new TestInjector.MatchesType(URI.class));
    }

    @Override
    public void stop() {
        world.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
