package pl.odzew.allegro.replying;

import pl.odzew.events.reply.v1.AttachmentRef;

class MemoryAttachmentContentsTest implements AttachmentContentsContract {

    private final MemoryAttachmentContents contents = new MemoryAttachmentContents();

    @Override
    public AttachmentContents contents() {
        return contents;
    }

    @Override
    public AttachmentRef kept(String fileName, byte[] content) {
        return contents.keep(fileName, content);
    }
}
