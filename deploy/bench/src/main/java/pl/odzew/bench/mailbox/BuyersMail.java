package pl.odzew.bench.mailbox;

/// A buyer's mail as Allegro sends and Gmail stamps it, some 2.5 KiB long.
final class BuyersMail {

    private BuyersMail() {}

    /// @param mark by which its event is told from others
    static String text(String seller, String mark) {
        return """
                Return-Path: <8awgqyk6a5+%2$s@allegromail.pl>
                Authentication-Results: mx.google.com;
                 dkim=pass header.i=@allegromail.pl header.s=dkim1024 header.b=Xk2pQ7vd;
                 spf=pass smtp.mailfrom=8awgqyk6a5+%2$s@allegromail.pl;
                 dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=allegromail.pl
                Received: from smtp.allegromail.pl (smtp.allegromail.pl [203.0.113.25])
                 by mx.google.com with ESMTPS; Mon, 23 Nov 2026 12:00:00 +0000
                From: Jan K. <8awgqyk6a5+%2$s@allegromail.pl>
                To: %1$s
                Subject: %3$s
                Message-ID: <%2$s.%1$s>
                Date: Mon, 23 Nov 2026 12:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="=_b"

                --=_b
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Dzie=C5=84 dobry, czy ten produkt jest jeszcze dost=C4=99pny w rozmiarze M? =
                Prosz=C4=99 te=C5=BC o informacj=C4=99, kiedy mo=C5=BCliwa jest wysy=C5=82ka.

                --
                Wiadomo=C5=9B=C4=87 od kupuj=C4=85cego jan_kowalski wys=C5=82ana przez Allegro.
                --=_b
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                <html><body><p>Dzie=C5=84 dobry, czy ten produkt jest jeszcze dost=C4=99pny w rozmiarze M?</p>
                <p>Prosz=C4=99 te=C5=BC o informacj=C4=99, kiedy mo=C5=BCliwa jest wysy=C5=82ka.</p><hr>
                <p>Wiadomo=C5=9B=C4=87 od kupuj=C4=85cego jan_kowalski wys=C5=82ana przez Allegro.</p>
                <p><a href=3D"https://t.allegro.pl/uzytkownik/jan_kowalski?utm_source=3Dnotification">jan_kowalski</a></p>
                </body></html>
                --=_b--
                """.formatted(seller, mark, HeardMessages.subject(mark));
    }
}
