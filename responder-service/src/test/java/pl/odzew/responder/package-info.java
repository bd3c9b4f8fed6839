/// The actors of the stories: a seller, his buyers, and the senders that tell what became of replies.
package pl.odzew.responder;
