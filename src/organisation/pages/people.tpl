<h1>{{HEADING}}</h1>
<p class="v-lead v-gap-3">{{LEAD}}</p>
{{#DONE}}<p class="v-note v-gap-4" role="status">{{TEXT}}</p>{{/DONE}}
{{#FILTERS}}<ul class="v-filter v-gap-5">{{#FILTER}}<li><a href="{{ADDRESS}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/FILTER}}</ul>{{/FILTERS}}
{{#NONE}}<p class="v-text v-gap-5">{{#_}}Nobody here.{{/_}}</p>{{/NONE}}
{{#TABLE}}<table class="v-table v-fold v-gap-5"><caption class="ds-sr-only">{{HEADING}}</caption><thead><tr><th scope="col">{{#_}}Person{{/_}}</th><th scope="col">{{#_}}Acts for{{/_}}</th><th scope="col">{{#_}}Said{{/_}}</th><th scope="col">{{#_}}State{{/_}}</th></tr></thead>
<tbody>{{#ROW}}<tr><th scope="row"><a href="{{ADDRESS}}">{{NAME}}</a></th><td data-is="{{#_}}Acts for{{/_}}"><span>{{WHOM}}{{#TYPED}}<br><span class="v-meta">{{#_}}Name as typed{{/_}}</span>{{/TYPED}}</span></td><td data-is="{{#_}}Said{{/_}}">{{SAID}}</td><td data-is="{{#_}}State{{/_}}">{{STATE}}</td></tr>{{/ROW}}</tbody></table>
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}{{/TABLE}}
