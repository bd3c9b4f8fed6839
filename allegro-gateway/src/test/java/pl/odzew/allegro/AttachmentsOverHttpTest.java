package pl.odzew.allegro;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import pl.odzew.allegro.replying.AttachmentContents;
import pl.odzew.allegro.replying.AttachmentContentsContract;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.reply.v1.AttachmentRef;

/// The real files, over HTTP and with the service's own credentials, keep to the same contract as their twin.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(Surroundings.class)
class AttachmentsOverHttpTest implements AttachmentContentsContract {

    SellersFiles files;

    @Inject
    AttachmentContents contents;

    @Override
    public AttachmentContents contents() {
        return contents;
    }

    @Override
    public AttachmentRef kept(String fileName, byte[] content) {
        return files.keep(fileName, "application/pdf", content);
    }
}
