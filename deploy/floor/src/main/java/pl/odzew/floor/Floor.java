package pl.odzew.floor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Consumes batches of up to 500 records, inserts one row for each in one statement, produces one record for
/// each, waits for both and commits, until it is killed.
///
/// Arguments: bootstrap servers, PostgreSQL URI, topics to read (comma-separated), topic to write.
public final class Floor {

    private static final Duration POLL = Duration.ofMillis(200);

    private static final String TABLE = "create table if not exists floor (id text primary key, payload text not null)";

    private static final String INSERT =
            "insert into floor (id, payload) select * from unnest($1::text[], $2::text[]) on conflict do nothing";

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Pool database;
    private final String output;

    private Floor(String bootstrapServers, String databaseUri, List<String> topics, String output) {
        this.consumer =
                new KafkaConsumer<>(consuming(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(producing(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.database = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(PgConnectOptions.fromUri(databaseUri))
                .using(Vertx.vertx())
                .build();
        this.output = output;
        await(database.query(TABLE).execute());
        consumer.subscribe(topics);
    }

    public static void main(String[] args) {
        var floor = new Floor(args[0], args[1], List.of(args[2].split(",")), args[3]);
        while (true) {
            floor.takeBatch();
        }
    }

    private void takeBatch() {
        ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
        if (batch.isEmpty()) {
            return;
        }
        var ids = new ArrayList<String>(batch.count());
        var payloads = new ArrayList<String>(batch.count());
        batch.forEach(record -> {
            ids.add(record.topic() + "-" + record.partition() + "@" + record.offset());
            payloads.add(new String(record.value(), StandardCharsets.UTF_8));
        });
        await(database.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addArrayOfString(ids.toArray(String[]::new))
                        .addArrayOfString(payloads.toArray(String[]::new))));
        batch.forEach(record -> producer.send(new ProducerRecord<>(output, record.key(), record.value())));
        producer.flush();
        consumer.commitSync();
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    private static Properties consuming(String bootstrapServers) {
        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "floor");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        return properties;
    }

    private static Properties producing(String bootstrapServers) {
        var properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return properties;
    }
}
