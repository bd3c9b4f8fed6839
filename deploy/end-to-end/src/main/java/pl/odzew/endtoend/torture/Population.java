package pl.odzew.endtoend.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pl.odzew.endtoend.Seller;
import pl.odzew.endtoend.StoryBrokenException;
import pl.odzew.endtoend.World;
import pl.odzew.events.Channel;

/// The sellers: each has either a mailbox, answered by version 1, or an Allegro account, answered by version 3.
///
/// @param mailboxes and `accounts` in the order in which they were made
record Population(List<Correspondent> mailboxes, List<Correspondent> accounts) {

    static final String PASSWORD = "abcdefghijklmnop";

    private static final int AT_A_TIME = 4;

    static Population settleIn(World world, Plan plan) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME)) {
            var mailboxes = new ArrayList<Future<Correspondent>>();
            for (int number = 0; number < plan.mailboxes(); number++) {
                int one = number;
                mailboxes.add(hands.submit(() -> withMailbox(world, one)));
            }
            List<Correspondent> connected = all(mailboxes);
            // One after another: where Allegro sends the browser back there is one page for all.
            List<Correspondent> linked =
                    all(List.of(hands.submit(accounts(world, plan)))).getFirst();
            return new Population(connected, linked);
        }
    }

    private static Callable<List<Correspondent>> accounts(World world, Plan plan) {
        return () -> {
            var accounts = new ArrayList<Correspondent>();
            for (int number = 0; number < plan.accounts(); number++) {
                accounts.add(withAccount(world, number));
            }
            return List.copyOf(accounts);
        };
    }

    private static Correspondent withMailbox(World world, int number) {
        Seller seller = Seller.signsIn(world, "poczta" + number);
        world.gmail().opens(seller.address(), PASSWORD);
        String mailbox = seller.connectsMailbox(PASSWORD);
        seller.answersWith(mailbox, 1);
        return new Correspondent(seller, Channel.MAILBOX, mailbox, seller.address());
    }

    private static Correspondent withAccount(World world, int number) {
        Seller seller = Seller.signsIn(world, "konto" + number);
        String login = world.unique("sklep" + number);
        world.marketplace().register(login, List.of());
        String account = seller.linksAllegroAccount(login);
        seller.answersWith(account, 3);
        return new Correspondent(seller, Channel.ALLEGRO, account, login);
    }

    private static <T> List<T> all(List<Future<T>> futures) {
        var results = new ArrayList<T>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBrokenException("interrupted", e);
        } catch (ExecutionException e) {
            throw new StoryBrokenException("the sellers could not be prepared: " + e.getCause(), e);
        }
    }
}
