package pl.odzew.responder.settings.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.ReplyText;

/// A row of `target`.
@Entity
@Table(name = "target")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of a row that is read; take() those of a new one.
public class TargetRow {

    @Id
    @Column(name = "target_id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "seller_id")
    private String sellerId;

    private String name;
    private String[] addresses;

    @Column(name = "event_version")
    private long eventVersion;

    private boolean connected;
    private boolean working;
    private int version;
    private boolean enabled;

    @Column(name = "reply_text")
    private String text;

    @Column(name = "backlog_answer")
    private @Nullable Boolean backlogAnswer;

    @Column(name = "backlog_answered_at")
    private @Nullable Instant backlogAnsweredAt;

    public UUID id() {
        return id;
    }

    public String sellerId() {
        return sellerId;
    }

    public static TargetRow of(AutoresponderTarget target) {
        var row = new TargetRow();
        row.id = target.target().id();
        row.channel = target.target().channel();
        row.take(target);
        return row;
    }

    public void take(AutoresponderTarget target) {
        sellerId = target.sellerId().value();
        name = target.name();
        addresses = target.addresses().stream().map(MailAddress::value).toArray(String[]::new);
        eventVersion = target.eventVersion();
        connected = target.connected();
        working = target.working();
        version = target.version().number();
        enabled = target.enabled();
        text = target.text().value();
        BacklogAnswer answer = target.backlogAnswer();
        backlogAnswer = answer == null ? null : answer.yes();
        backlogAnsweredAt = answer == null ? null : answer.at();
    }

    public AutoresponderTarget toTarget() {
        return new AutoresponderTarget(
                new Target(channel, id),
                new SellerId(sellerId),
                name,
                Arrays.stream(addresses).map(MailAddress::new).toList(),
                eventVersion,
                connected,
                working,
                AutoresponderVersion.of(version),
                enabled,
                new ReplyText(text),
                backlogAnswer == null || backlogAnsweredAt == null
                        ? null
                        : new BacklogAnswer(backlogAnswer, backlogAnsweredAt));
    }
}
