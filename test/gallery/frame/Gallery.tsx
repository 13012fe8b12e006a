import type { Room } from "../exhibit";
import { ROOMS } from "../exhibits";
import { addressOf, type Place, usePlace } from "./place";
import { Stage } from "./Stage";

/** The whole gallery, or one exhibit of it. */
export function Gallery() {
  const place = usePlace();
  if (place.exhibit !== null) return <Alone {...place} exhibit={place.exhibit} />;
  const room = ROOMS.find(({ id }) => id === place.room) ?? (ROOMS[0] as Room);
  return (
    <div className="gallery">
      <Doors place={{ ...place, room: room.id }} />
      <main>
        <h1>{room.title}</h1>
        <p>{room.about}</p>
        {room.exhibits.map((exhibit) => (
          <section key={exhibit.id} className="galleryExhibit" aria-label={exhibit.title}>
            <h2>
              <a href={addressOf({ ...place, exhibit: exhibit.id })}>{exhibit.title}</a>
            </h2>
            {exhibit.height ? (
              <p>Floats above the page: open it alone.</p>
            ) : (
              <Stage {...{ exhibit }} scheme={place.scheme} />
            )}
          </section>
        ))}
      </main>
    </div>
  );
}

function Doors({ place }: { place: Place }) {
  const other = place.scheme === "light" ? "dark" : "light";
  return (
    <nav aria-label="Rooms">
      <a href={addressOf({ ...place, scheme: other })}>{other}</a>
      {ROOMS.map(({ id, title }) => (
        <a key={id} href={addressOf({ ...place, room: id })} aria-current={id === place.room ? "page" : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function Alone({ exhibit: wanted, scheme }: Place & { exhibit: string }) {
  const exhibit = ROOMS.flatMap(({ exhibits }) => exhibits).find(({ id }) => id === wanted);
  if (!exhibit) return <p>There is no exhibit "{wanted}".</p>;
  return <Stage key={`${wanted} ${scheme}`} exhibit={exhibit} scheme={scheme} />;
}
