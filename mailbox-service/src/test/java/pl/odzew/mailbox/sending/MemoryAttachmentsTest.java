package pl.odzew.mailbox.sending;

import java.util.UUID;

class MemoryAttachmentsTest extends AttachmentsContract {

    private final MemoryAttachments attachments = new MemoryAttachments();

    @Override
    protected Attachments attachments() {
        return attachments;
    }

    @Override
    protected void keep(UUID file, byte[] bytes) {
        attachments.keep(file, bytes);
    }

    @Override
    protected void goAway() {
        attachments.beAway(true);
    }
}
